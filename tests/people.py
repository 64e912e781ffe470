"""The three people of every permission test: a visitor, an editor (编辑) and a publisher (发布)."""

from django.contrib.auth.models import Group, User
from django.test import Client

PASSWORD = "correct horse battery staple"


def staff(name: str, *groups: str) -> User:
    """An account of the back office in these groups."""
    user, new = User.objects.get_or_create(username=name, defaults={"is_staff": True})
    if new:
        user.set_password(PASSWORD)
        user.save()
        user.groups.set(Group.objects.filter(name__in=groups))
    return user


def signed_in(user: User) -> Client:
    """A browser in which this user is signed in."""
    client = Client()
    client.force_login(user)
    return client


def visitor() -> Client:
    return Client()


def editor() -> Client:
    return signed_in(staff("editor", "编辑"))


def publisher() -> Client:
    return signed_in(staff("publisher", "发布"))
