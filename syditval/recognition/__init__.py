"""Sheets to tables: where each table stands, what its columns and rows are, what its figures say."""

from syditval.recognition.excerpts import excerpts
from syditval.recognition.recognise import Recognition, recognise
from syditval.recognition.region_tables import Region, regions_of

__all__ = ["Recognition", "Region", "excerpts", "recognise", "regions_of"]
