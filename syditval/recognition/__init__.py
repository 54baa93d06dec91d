"""Sheets to tables: where each table stands, what its columns and rows are, what its figures say."""

from syditval.recognition.recognise import Recognition, recognise

__all__ = ["Recognition", "recognise"]
