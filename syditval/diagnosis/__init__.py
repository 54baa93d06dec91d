"""What is wrong behind the relations that fail: which cell, how it came about, what it should be."""

from syditval.diagnosis.explain import Diagnosis, explain

__all__ = ["Diagnosis", "explain"]
