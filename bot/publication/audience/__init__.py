"""For whom a draft is, how many that are, and what each of them must do."""
