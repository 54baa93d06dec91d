"""The table kinds that come with syditval, one TOML file each. Installed as ``syditval.schemas``."""
