"""Who cannot be reached, why, and the next step; looked at by hand, weekly, and when somebody is lost."""
