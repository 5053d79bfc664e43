"""Deliveries: queueing, claiming, sending, settling, rescuing. The row is the queue (design.md section 5)."""
