package jo.sawt.assistant;

import de.bwaldvogel.liblinear.Feature;
import de.bwaldvogel.liblinear.FeatureNode;
import de.bwaldvogel.liblinear.Linear;
import de.bwaldvogel.liblinear.Model;
import de.bwaldvogel.liblinear.Parameter;
import de.bwaldvogel.liblinear.Problem;
import de.bwaldvogel.liblinear.SolverType;
import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Logistic regression over a few numbers, one against the rest: weighs a text model's view with counts of manner. */
final class Stack {
    private final Model model;
    private final List<String> labels;

    private Stack(Model model, List<String> labels) {
        this.model = model;
        this.labels = labels;
    }

    static Stack train(List<double[]> rows, List<String> given) {
        List<String> labels = new ArrayList<>(new TreeSet<>(given));
        Problem problem = new Problem();
        problem.l = rows.size();
        problem.n = rows.getFirst().length + 1;
        problem.bias = 1;
        problem.x = new Feature[rows.size()][];
        problem.y = new double[rows.size()];
        for (int i = 0; i < rows.size(); i++) {
            problem.x[i] = features(rows.get(i));
            problem.y[i] = labels.indexOf(given.get(i));
        }
        Linear.disableDebugOutput();
        return new Stack(Linear.train(problem, new Parameter(SolverType.L2R_LR, 1.0, 0.001)), labels);
    }

    /** The probability of each label; they sum to 1. */
    Map<String, Double> probabilities(double[] row) {
        double[] values = new double[labels.size()];
        Linear.predictProbability(model, features(row), values);
        Map<String, Double> result = new LinkedHashMap<>();
        int[] order = model.getLabels();
        for (int i = 0; i < order.length; i++) {
            result.put(labels.get(order[i]), values[i]);
        }
        return result;
    }

    void write(DataOutput out) throws IOException {
        StringWriter text = new StringWriter();
        model.save(text);
        byte[] bytes = text.toString().getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.writeInt(labels.size());
        for (String label : labels) {
            out.writeUTF(label);
        }
    }

    static Stack read(DataInput in) throws IOException {
        byte[] bytes = new byte[in.readInt()];
        in.readFully(bytes);
        Model model = Model.load(new StringReader(new String(bytes, StandardCharsets.UTF_8)));
        List<String> labels = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            labels.add(in.readUTF());
        }
        return new Stack(model, labels);
    }

    private static Feature[] features(double[] row) {
        Feature[] features = new Feature[row.length + 1];
        for (int i = 0; i < row.length; i++) {
            features[i] = new FeatureNode(i + 1, row[i]);
        }
        features[row.length] = new FeatureNode(row.length + 1, 1);
        return features;
    }
}
