"""Sheets to tables: where each table stands, what its columns and rows are, what its figures say."""

from syditval.recognition.excerpts import excerpts
from syditval.recognition.identity import Stated, StatedEntity, StatedPeriod, stated_in
from syditval.recognition.recognise import Recognition, recognise
from syditval.recognition.region_tables import Region, regions_of
from syditval.recognition.statements import normal_name

__all__ = [
    "Recognition",
    "Region",
    "Stated",
    "StatedEntity",
    "StatedPeriod",
    "excerpts",
    "normal_name",
    "recognise",
    "regions_of",
    "stated_in",
]
