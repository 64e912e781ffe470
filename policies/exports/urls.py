"""Addresses of the other forms: the page's address without its last slash, plus the form."""

from django.urls import re_path

from policies.exports import views

FORM = r"(?P<form>json|xml|xlsx|csv|docx|txt)"

urlpatterns = [
    re_path(rf"^policies/(?P<document>[-a-z0-9]+)\.{FORM}$", views.document_form, name="document-form"),
    re_path(
        rf"^policies/(?P<document>[-a-z0-9]+)/(?P<path>[^/]+)\.{FORM}$", views.provision_form, name="provision-form"
    ),
]
