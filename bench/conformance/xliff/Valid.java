import java.io.File;
import net.sf.okapi.lib.xliff2.reader.XLIFFReader;

/** Says of each file whether it is XLIFF 2, schema and constraints, and if not, why; a line a file. */
public class Valid {
    public static void main(String[] files) {
        for (String file : files) {
            try {
                XLIFFReader.validate(new File(file), null);
                System.out.println("valid");
            } catch (RuntimeException error) {
                System.out.println(String.valueOf(error.getMessage()).replaceAll("\\s+", " "));
            }
        }
    }
}
