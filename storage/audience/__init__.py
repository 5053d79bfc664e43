"""Audience rules and whom they cover."""
