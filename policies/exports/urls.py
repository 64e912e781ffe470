"""Addresses of the other forms: the page's address without its last slash, plus the form."""

from django.urls import path, re_path

from policies.exports import lists, views

FORM = r"(?P<form>json|xml|xlsx|csv|docx|txt)"

urlpatterns = [
    re_path(rf"^policies/(?P<document>[-a-z0-9]+)\.{FORM}$", views.document_form, name="document_form"),
    re_path(
        rf"^policies/(?P<document>[-a-z0-9]+)/(?P<path>[^/]+)\.{FORM}$", views.provision_form, name="provision_form"
    ),
    path("amounts.xlsx", lists.amounts_xlsx, name="amounts_xlsx"),
    path("deadlines.xlsx", lists.deadlines_xlsx, name="deadlines_xlsx"),
    path("units.xlsx", lists.units_xlsx, name="units_xlsx"),
    path("units/<slug:slug>.xlsx", lists.unit_xlsx, name="unit_xlsx"),
    path("search.xlsx", lists.search_xlsx, name="search_xlsx"),
]
