"""Addresses of documents, provisions, units, amounts and deadlines."""

urlpatterns = []
