"""A certificate for localhost and its key, made for these tests and of no use elsewhere."""

from __future__ import annotations

from pathlib import Path

KEY = """\
-----BEGIN PRIVATE KEY-----
MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgZIu4dqrzR4BqLvmT
daxpkI6af76dOGhwJxapTgzhgbuhRANCAAS79iSDDVfo6psCOeZ/EC0wEMCHAPMh
dolooOoyR71L9zP+6hYyaIFx2rn28KCapFMggp2n+3gkoOHLYOkL7yW6
-----END PRIVATE KEY-----
"""
CERTIFICATE = """\
-----BEGIN CERTIFICATE-----
MIIBmzCCAUGgAwIBAgIUbwAPtU7rTIhk0isAmQDctIRt1ZgwCgYIKoZIzj0EAwIw
FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyNDAwNDkxOVoYDzIxMjYxMDMx
MDA0OTE5WjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO
PQMBBwNCAAS79iSDDVfo6psCOeZ/EC0wEMCHAPMhdolooOoyR71L9zP+6hYyaIFx
2rn28KCapFMggp2n+3gkoOHLYOkL7yW6o28wbTAdBgNVHQ4EFgQUpUsYg2sXBrt1
gPvRymEuULLKns4wHwYDVR0jBBgwFoAUpUsYg2sXBrt1gPvRymEuULLKns4wDwYD
VR0TAQH/BAUwAwEB/zAaBgNVHREEEzARgglsb2NhbGhvc3SHBH8AAAEwCgYIKoZI
zj0EAwIDSAAwRQIgYLrlAZpoYeSMEhvPP0ixk/3t4UCSLfdKPWrA+1mevXACIQCh
rG9duMVwjdV1BZssh5uLOY4buiX5tqh+H2UAOctiuA==
-----END CERTIFICATE-----
"""


def written(folder: Path) -> tuple[Path, Path]:
    """Both as files."""
    certificate, key = folder / "certificate.pem", folder / "key.pem"
    certificate.write_text(CERTIFICATE)
    key.write_text(KEY)
    return certificate, key
