from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "throughline.reviews"
    label = "reviews"
    verbose_name = "Reviews"
