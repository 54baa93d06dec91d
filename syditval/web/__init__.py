"""The page in the browser: a door like the command line, with no logic of its own."""
