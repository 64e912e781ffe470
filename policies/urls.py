"""Addresses of documents, provisions, units, amounts, deadlines and what goes with them."""

from django.contrib.sitemaps import views as sitemap_views
from django.urls import include, path

from policies.feeds import ChangeFeed, DocumentFeed
from policies.sitemaps import SITEMAPS
from policies.views import (
    amounts,
    compare,
    deadlines,
    document_list,
    documents,
    eligibility,
    printing,
    provisions,
    reports,
    units,
)

urlpatterns = [
    # Other forms first: /policies/<document>.json must not be read as a page.
    path("", include("policies.exports.urls")),
    path("policies.xlsx", document_list.documents_xlsx, name="documents_xlsx"),
    path("policies/", document_list.documents, name="documents"),
    path("policies/<slug:slug>/", documents.document, name="document"),
    path("policies/<slug:slug>/<str:path>/", provisions.provision, name="provision"),
    path("print/<slug:slug>/", printing.print_selection, name="print"),
    path("units/", units.units, name="units"),
    path("units/<slug:slug>/", units.unit, name="unit"),
    path("amounts/", amounts.amounts, name="amounts"),
    path("deadlines/", deadlines.deadlines, name="deadlines"),
    path("deadlines.ics", deadlines.deadlines_calendar, name="deadlines_calendar"),
    path("compare/", compare.compare, name="compare"),
    path("eligibility/", eligibility.eligibility, name="eligibility"),
    path("report/", reports.report, name="report"),
    path("feeds/documents.atom", DocumentFeed(), name="feed_documents"),
    path("feeds/changes.atom", ChangeFeed(), name="feed_changes"),
    path("sitemap.xml", sitemap_views.index, {"sitemaps": SITEMAPS, "sitemap_url_name": "sitemap_section"}, "sitemap"),
    path("sitemap-<section>.xml", sitemap_views.sitemap, {"sitemaps": SITEMAPS}, "sitemap_section"),
]
