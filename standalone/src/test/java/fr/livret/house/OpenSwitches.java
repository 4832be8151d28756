package fr.livret.house;

import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ConstantCaseLabelTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.lang.model.element.Modifier;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;

/**
 * Finds the switches over a sealed type that would still compile when a case is added to the type:
 * those with a {@code default}, and those with a case for the sealed type itself.
 */
final class OpenSwitches extends TreePathScanner<@Nullable Void, @Nullable Void> {

  private final Trees trees;
  private final CompilationUnitTree unit;
  private final List<String> open;

  private OpenSwitches(Trees trees, CompilationUnitTree unit, List<String> open) {
    this.trees = trees;
    this.unit = unit;
    this.open = open;
  }

  /** The open switches of {@code files}, each as {@code file:line}. */
  static List<String> in(List<Path> files) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> said = new DiagnosticCollector<>();
    try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
      JavacTask task =
          (JavacTask)
              compiler.getTask(
                  null,
                  manager,
                  said,
                  List.of("-proc:none", "-classpath", System.getProperty("java.class.path", "")),
                  null,
                  manager.getJavaFileObjectsFromPaths(files));
      List<String> open = new ArrayList<>();
      Iterable<? extends CompilationUnitTree> units = task.parse();
      task.analyze();
      failOnErrors(said);
      for (CompilationUnitTree unit : units) {
        new OpenSwitches(Trees.instance(task), unit, open).scan(unit, null);
      }
      return open;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** A type that could not be read could hide a switch. */
  private static void failOnErrors(DiagnosticCollector<JavaFileObject> said) {
    for (Diagnostic<? extends JavaFileObject> one : said.getDiagnostics()) {
      if (one.getKind() == Diagnostic.Kind.ERROR) {
        throw new IllegalStateException(one.toString());
      }
    }
  }

  @Override
  public @Nullable Void visitSwitch(SwitchTree tree, @Nullable Void unused) {
    look(tree, tree.getExpression(), tree.getCases());
    return super.visitSwitch(tree, null);
  }

  @Override
  public @Nullable Void visitSwitchExpression(SwitchExpressionTree tree, @Nullable Void unused) {
    look(tree, tree.getExpression(), tree.getCases());
    return super.visitSwitchExpression(tree, null);
  }

  private void look(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases) {
    TypeMirror switchedOn = trees.getTypeMirror(new TreePath(getCurrentPath(), selector));
    if (isSealed(switchedOn)
        && cases.stream().anyMatch(one -> takesWhateverComes(one, switchedOn))) {
      long line =
          unit.getLineMap().getLineNumber(trees.getSourcePositions().getStartPosition(unit, tree));
      open.add(Path.of(unit.getSourceFile().toUri()).getFileName() + ":" + line);
    }
  }

  private static boolean isSealed(TypeMirror type) {
    return type instanceof DeclaredType declared
        && declared.asElement().getModifiers().contains(Modifier.SEALED);
  }

  private boolean takesWhateverComes(CaseTree one, TypeMirror switchedOn) {
    for (CaseLabelTree label : one.getLabels()) {
      boolean whatever =
          switch (label) {
            case DefaultCaseLabelTree _ -> true;
            case PatternCaseLabelTree pattern ->
                one.getGuard() == null && covers(pattern, switchedOn);
            case ConstantCaseLabelTree _ -> false;
            default -> throw new IllegalStateException("unknown label " + label.getKind());
          };
      if (whatever) {
        return true;
      }
    }
    return false;
  }

  private boolean covers(PatternCaseLabelTree label, TypeMirror switchedOn) {
    TreePath pattern = new TreePath(new TreePath(getCurrentPath(), label), label.getPattern());
    TypeMirror taken = trees.getTypeMirror(pattern);
    return taken instanceof DeclaredType declared
        && switchedOn instanceof DeclaredType root
        && declared.asElement().equals(root.asElement());
  }
}
