"""What members' own pages share: how they look, what every answer carries, what a form may be."""
