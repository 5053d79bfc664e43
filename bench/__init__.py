"""What Loa costs at the size of a province, beside the plain way of doing the same; see README.md."""
