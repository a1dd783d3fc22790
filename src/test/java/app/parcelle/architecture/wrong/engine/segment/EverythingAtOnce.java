package app.parcelle.architecture.wrong.engine.segment;

import java.sql.Connection;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.poi.ss.usermodel.Workbook;
import org.jooq.DSLContext;
import smile.clustering.KMeans;

record EverythingAtOnce(Connection store, Workbook workbook, KMeans clusters, DSLContext sql,
    PDDocument document) {}
