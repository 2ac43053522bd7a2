SELECT
    document.uri,
    version.sha256,
    version.media_type,
    version.extractor_version,
    origin.name,
    origin.stated_title,
    origin.stated_publisher,
    origin.stated_on,
    origin.stated_country,
    origin.stated_style,
    origin.source
FROM main.document_versions AS version
JOIN main.documents AS document USING (document_id)
LEFT JOIN main.origins AS origin USING (version_id)
WHERE version.is_current
ORDER BY version.version_id
