"""Migrations, which only go forward."""
