"""Addresses of the whole site; each app names its own."""

from django.contrib import admin
from django.urls import include, path
from django.views.generic import TemplateView

from portal import views
from search.views import search_page, suggestions

urlpatterns = [
    path("", views.home, name="home"),
    path("about/", views.about, name="about"),
    path("health/", views.health, name="health"),
    path("search/", search_page, name="search"),
    path("search/suggest/", suggestions, name="suggest"),
    path("opensearch.xml", TemplateView.as_view(
        template_name="opensearch.xml", content_type="application/opensearchdescription+xml"), name="opensearch"),
    path("robots.txt", TemplateView.as_view(template_name="robots.txt", content_type="text/plain")),
    path("admin/", admin.site.urls),
    path("", include("policies.urls")),
    path("", include("search.urls")),
]  # fmt: skip

handler400 = "portal.views.bad_request"
handler403 = "portal.views.forbidden"
handler404 = "portal.views.not_found"
handler500 = "portal.views.server_error"
