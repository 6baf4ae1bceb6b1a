import com.thaiopensource.validate.SchemaReader;
import com.thaiopensource.validate.ValidationDriver;
import com.thaiopensource.validate.rng.CompactSchemaReader;
import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import java.io.File;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXParseException;

/** Holds XML files to a schema, RELAX NG (compact) or XML Schema; a line of output for each thing that is wrong. */
public class Validate {
  public static void main(String[] arguments) throws Exception {
    File schema = new File(arguments[0]);
    for (int i = 1; i < arguments.length; i++) {
      File file = new File(arguments[i]);
      if (schema.getName().endsWith(".rnc")) compact(schema, file, complaints(file));
      else xsd(schema, file, complaints(file));
    }
  }

  static void xsd(File schema, File file, ErrorHandler handler) throws Exception {
    Validator validator =
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI).newSchema(schema).newValidator();
    validator.setErrorHandler(handler);
    validator.validate(new StreamSource(file));
  }

  static void compact(File schema, File file, ErrorHandler handler) throws Exception {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, handler);
    SchemaReader reader = CompactSchemaReader.getInstance();
    ValidationDriver driver = new ValidationDriver(properties.toPropertyMap(), reader);
    if (!driver.loadSchema(ValidationDriver.fileInputSource(schema))) throw new IllegalStateException(schema + " is no schema");
    driver.validate(ValidationDriver.fileInputSource(file));
  }

  static ErrorHandler complaints(File file) {
    return new ErrorHandler() {
      public void warning(SAXParseException complaint) {
        say(complaint);
      }

      public void error(SAXParseException complaint) {
        say(complaint);
      }

      public void fatalError(SAXParseException complaint) throws SAXParseException {
        say(complaint);
        throw complaint;
      }

      void say(SAXParseException complaint) {
        System.out.println(file.getName() + ":" + complaint.getLineNumber() + ": " + complaint.getMessage());
      }
    };
  }
}
