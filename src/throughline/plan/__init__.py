"""What staff do: plan items, their versions and publications, cards."""
