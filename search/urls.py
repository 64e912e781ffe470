"""Addresses of the search page, suggestions and the search API."""

urlpatterns = []
