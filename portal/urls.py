"""Addresses of the whole site; each app names its own."""

from django.contrib import admin
from django.urls import include, path

urlpatterns = [
    path("admin/", admin.site.urls),
    path("", include("policies.urls")),
    path("", include("search.urls")),
]
