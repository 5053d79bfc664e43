"""The clerk's and the approver's commands: drafting, approving, correcting, withdrawing."""
