"""Chasing: reminding those who have not answered, by the clock and on a leader's word."""
