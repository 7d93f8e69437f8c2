from django.apps import AppConfig


class ConversationsConfig(AppConfig):
    name = "throughline.conversations"
    label = "conversations"
    verbose_name = "Conversations"
