using Dmk.Maturity.Indices;
using Dmk.Maturity.Indices.Tests;

namespace Dmk.Maturity.Studies.Tests;

/// <summary>An attacker who has every table of the lattice and adds and subtracts: counts and weighted totals of the smallest cells are
/// the unknowns, every figure shown is an
/// equation, every cell shown as empty is a row of zeros. A withheld cell is lost when its own row is a combination of these.</summary>
public class LatticeAttackTests
{
    public static TheoryData<int, int> Studies =>
        [.. Enumerable.Range(1, 12).SelectMany(seed => new[] { (1, seed), (3, seed), (6, seed) })];

    [Theory]
    [MemberData(nameof(Studies))]
    public void No_withheld_cell_is_a_combination_of_shown_ones(int respondentsPerStratum, int seed)
    {
        var model = SmallSurvey.Model;

        var withheld = Attack(SimulatedStudy.Of(SmallStudy.Design, model.Nodes.Count, respondentsPerStratum, seed), model, model.Nodes);

        Assert.True(withheld > 0 || respondentsPerStratum > 3, "Nothing was withheld, so nothing was attacked.");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Nor_is_one_of_the_pilot_study(int respondentsPerStratum)
    {
        var model = Repository.Model.OrThrow();

        var withheld = Attack(
            SimulatedStudy.Of(StudyFiles.Pilot.OrThrow(), model.Nodes.Count, respondentsPerStratum, respondentsPerStratum),
            model,
            [.. model.Nodes.Where(node => node.Depth < 2)]
        );

        Assert.True(withheld > 0, "Nothing was withheld, so nothing was attacked.");
    }

    [Fact]
    public void The_attacker_finds_what_is_left_open()
    {
        var attacker = new Attacker(
            [
                [1, 1, 1, 0],
                [0, 0, 1, 1],
            ],
            [
                [0, 0, 0, 1],
            ],
            4
        );

        Assert.True(attacker.Knows([1, 1, 0, 0]));
        Assert.False(attacker.Knows([1, 0, 0, 0]));
    }

    /// <summary>Attacks every withheld cell of every table, node by node; gives their number.</summary>
    private static int Attack(SimulatedStudy study, IndexModel model, IReadOnlyList<IndexNode> nodes)
    {
        var weighted = WeightedStudy.Of(study.Design, study.Frame, study.Moments());
        var smallest = study.Frame.Select(stratum => stratum.Cell).Union(study.Respondents.Select(one => one.Cell)).ToArray();
        var withheld = 0;
        foreach (var node in nodes)
        {
            var lattice = weighted.Protect(model, node, TestGate.Economist);
            var cells = study
                .Design.Lattice.Prepend([])
                .Select(by => lattice.Table(by, []))
                .SelectMany(table =>
                    (table.By.Count == 0 ? [table.Total] : table.Cells).Select(cell =>
                        (Row: RowOf(table.By, cell, smallest), cell.Figure.Status)
                    )
                )
                .ToLookup(cell => cell.Status, cell => cell.Row);
            var attacker = new Attacker(
                cells[CellStatus.Published].Concat(cells[CellStatus.Unreliable]),
                cells[CellStatus.NoRespondents].Concat(cells[CellStatus.StructuralZero]),
                smallest.Length
            );
            CellStatus[] kept = [CellStatus.FewRespondents, CellStatus.ProtectsAnother];
            foreach (var (status, row) in kept.SelectMany(status => cells[status], (status, row) => (status, row)))
            {
                Assert.False(
                    attacker.Knows(row),
                    $"{node.Id}: the cell of {string.Join(", ", smallest.Where((_, i) => row[i] != 0))} ({status}) "
                        + "can be had by subtraction."
                );
                withheld++;
            }
        }

        return withheld;
    }

    private static double[] RowOf(IReadOnlyList<ReportingVariable> by, IndexCell cell, ReportingCell[] smallest) =>
        [.. smallest.Select(at => by.Index().All(one => one.Item.CodeOf(at) == cell.Codes[one.Index]) ? 1.0 : 0.0)];

    /// <summary>The rows shown, brought to echelon form.</summary>
    private sealed class Attacker
    {
        private const double Zero = 1e-7;

        private readonly bool[] _empty;
        private readonly List<(int Pivot, double[] Row)> _rows = [];

        public Attacker(IEnumerable<double[]> shown, IEnumerable<double[]> empty, int unknowns)
        {
            _empty = new bool[unknowns];
            foreach (var row in empty)
            {
                for (var i = 0; i < unknowns; i++)
                {
                    _empty[i] |= row[i] != 0;
                }
            }

            foreach (var row in shown)
            {
                var rest = Reduced(row);
                if (Pivot(rest) is >= 0 and var pivot)
                {
                    _rows.Add((pivot, [.. rest.Select(value => value / rest[pivot])]));
                }
            }
        }

        public bool Knows(double[] row) => Pivot(Reduced(row)) < 0;

        private double[] Reduced(double[] row)
        {
            var rest = row.Select((value, i) => _empty[i] ? 0 : value).ToArray();
            foreach (var (pivot, known) in _rows)
            {
                var factor = rest[pivot];
                for (var i = 0; factor != 0 && i < rest.Length; i++)
                {
                    rest[i] -= factor * known[i];
                }
            }

            return rest;
        }

        private static int Pivot(double[] row)
        {
            var largest = row.Max(Math.Abs);
            return largest < Zero ? -1 : Array.FindIndex(row, value => Math.Abs(value) == largest);
        }
    }
}
