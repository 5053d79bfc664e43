"""What Loa remembers: tables, questions and changes, migrations, files."""
