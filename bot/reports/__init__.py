"""Reports: how far a publication has come, for those who may know it."""
