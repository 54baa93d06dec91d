"""The command line: arguments to a request, a report to streams, errors to exit codes."""
