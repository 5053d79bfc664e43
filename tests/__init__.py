"""Tests of Loa."""
