"""Addresses of the search page, suggestions and the search API."""

from django.urls import path

from search import api

urlpatterns = [
    path("api/v1/search", api.search_as_json, name="api_search"),
    path("api/v1/suggest", api.suggestions_as_json, name="api_suggest"),
]
