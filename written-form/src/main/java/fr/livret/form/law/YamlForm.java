package fr.livret.form.law;

import java.io.StringReader;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.reader.ReaderException;

/**
 * Reads YAML by its node graph only: no object is ever built from a tag. Of its scalars, unquoted
 * {@code true}, {@code false}, {@code null} and plain decimal numbers are what they look like and
 * all else is text, so that a day or {@code no} stays the word that was written.
 */
final class YamlForm {
  private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?");
  private static final Set<Tag> TAGS =
      Set.of(Tag.MAP, Tag.SEQ, Tag.STR, Tag.INT, Tag.FLOAT, Tag.BOOL, Tag.NULL, Tag.TIMESTAMP);

  private final Problems problems;

  YamlForm(Problems problems) {
    this.problems = problems;
  }

  Optional<Written> read(String text) {
    LoaderOptions options = new LoaderOptions();
    options.setNestingDepthLimit(TextForm.MAX_DEPTH);
    options.setCodePointLimit(TextForm.MAX_LENGTH);
    options.setMaxAliasesForCollections(0);
    try {
      Node root = new Yaml(options).compose(new StringReader(text));
      if (root == null) {
        problems.add(0, "", "is empty");
        return Optional.empty();
      }
      return Optional.of(written(root, ""));
    } catch (MarkedYAMLException e) {
      Mark mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
      problems.add(mark == null ? 0 : mark.getLine() + 1, "", "is not YAML: " + e.getProblem());
    } catch (ReaderException e) {
      int line = 1 + (int) text.codePoints().limit(e.getPosition()).filter(c -> c == '\n').count();
      problems.add(line, "", "has the character U+%04X".formatted(e.getCodePoint()));
    } catch (YAMLException e) {
      problems.add(0, "", "is not YAML: " + e.getMessage());
    }
    return Optional.empty();
  }

  private Written written(Node node, String path) {
    int line = node.getStartMark().getLine() + 1;
    if (node.getAnchor() != null) {
      problems.add(line, path, "anchors and aliases are not accepted: write the value out");
      return new Written.Nothing(line);
    }
    if (!TAGS.contains(node.getTag())) {
      problems.add(line, path, "the tag " + node.getTag().getValue() + " is not accepted");
      return new Written.Nothing(line);
    }
    return switch (node) {
      case MappingNode mapping -> fields(mapping, path, line);
      case SequenceNode sequence -> items(sequence, path, line);
      case ScalarNode scalar -> scalar(scalar, path, line);
      default -> throw new IllegalStateException("YAML has no node " + node.getNodeId());
    };
  }

  private Written fields(MappingNode mapping, String path, int line) {
    Map<String, Written.Field> fields = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      int at = tuple.getKeyNode().getStartMark().getLine() + 1;
      if (!(tuple.getKeyNode() instanceof ScalarNode key) || key.getTag().equals(Tag.MERGE)) {
        problems.add(at, path, "a field's name is a plain text");
        continue;
      }
      TextForm.checkName(key.getValue(), path, at, problems);
      String below = TextForm.below(path, key.getValue());
      Written value = written(tuple.getValueNode(), below);
      if (fields.putIfAbsent(key.getValue(), new Written.Field(value, at)) != null) {
        problems.add(at, below, "stands twice");
      }
    }
    return new Written.Fields(fields, line);
  }

  private Written items(SequenceNode sequence, String path, int line) {
    List<Written> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(written(item, path + "[" + items.size() + "]"));
    }
    return new Written.Items(List.copyOf(items), line);
  }

  private Written scalar(ScalarNode scalar, String path, int line) {
    String value = scalar.getValue();
    if (scalar.getScalarStyle() != ScalarStyle.PLAIN) {
      return text(value, path, line);
    }
    return switch (value) {
      case "true" -> new Written.Flag(true, line);
      case "false" -> new Written.Flag(false, line);
      case "null", "~", "" -> new Written.Nothing(line);
      default ->
          NUMBER.matcher(value).matches() ? number(value, path, line) : text(value, path, line);
    };
  }

  private Written number(String value, String path, int line) {
    if (value.length() > TextForm.MAX_NUMBER_LENGTH) {
      problems.add(
          line, path, "a number has at most " + TextForm.MAX_NUMBER_LENGTH + " characters");
      return new Written.Nothing(line);
    }
    return new Written.Number(new BigDecimal(value), line);
  }

  private Written text(String value, String path, int line) {
    TextForm.checkCharacters(value, path, line, problems);
    return new Written.Text(value, line);
  }
}
