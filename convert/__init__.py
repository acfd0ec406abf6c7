"""Banmian: newspaper print pages in, a digital edition out."""

__version__ = "0.1.0"
