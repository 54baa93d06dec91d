"""``python -m syditval`` is the command ``syditval``."""

from syditval.cli.main import main

if __name__ == "__main__":
    main()
