package io.tyto.simulator.xml;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** The one place that parses XML: no DTD, no external entity, no inclusion. */
public final class SafeXml {
  private SafeXml() {}

  /** The text is not well-formed XML, or it brings a document type. */
  public static final class Unreadable extends Exception {
    private static final long serialVersionUID = 1L;

    Unreadable(String message) {
      super(message);
    }
  }

  /** Namespace-aware. */
  public static Document parse(byte[] xml) throws Unreadable {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setNamespaceAware(true);
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
      factory.setXIncludeAware(false);
      factory.setExpandEntityReferences(false);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      return builder.parse(new ByteArrayInputStream(xml));
    } catch (ParserConfigurationException | SAXException | IOException e) {
      throw new Unreadable(String.valueOf(e.getMessage()));
    }
  }

  /** All elements below with this local name ({@code *} for any), in document order. */
  public static List<Element> all(Node below, String localName) {
    List<Element> found = new ArrayList<>();
    for (Node child = below.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child instanceof Element element) {
        if (localName.equals("*") || localName.equals(element.getLocalName())) {
          found.add(element);
        }
        found.addAll(all(element, localName));
      }
    }
    return found;
  }

  /** Trimmed text of the first such element below, or an empty string. */
  public static String text(Node below, String localName) {
    List<Element> found = all(below, localName);
    return found.isEmpty() ? "" : found.getFirst().getTextContent().trim();
  }

  /** For element content and for attribute values in double quotes. */
  public static String escape(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '<' -> out.append("&lt;");
        case '>' -> out.append("&gt;");
        case '"' -> out.append("&quot;");
        case '\n' -> out.append("&#10;");
        default -> {
          if (c >= 0x20 || c == '\t') {
            out.append(c);
          }
        }
      }
    }
    return out.toString();
  }
}
