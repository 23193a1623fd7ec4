using System.Globalization;
using Google.OrTools.LinearSolver;

namespace Dmk.Maturity.Statistics;

/// <summary>How whole numbers are treated.</summary>
internal enum NumberKind
{
    /// <summary>As any others.</summary>
    Real,

    /// <summary>As what they are.</summary>
    Whole,
}

/// <summary>Which end of a range.</summary>
internal enum RangeEnd
{
    Lower,
    Upper,
}

/// <summary>Everything that is known of a connected part, as a programme whose objective is one unknown after the other.</summary>
internal sealed class RangeProgramme : IDisposable
{
    /// <summary>As close to a whole number as this is one.</summary>
    private const double Whole = 1e-5;

    private const string Tolerances = "primal_feasibility_tolerance: 1e-9 dual_feasibility_tolerance: 1e-9";

    private static readonly string[] _ways =
    [
        Tolerances,
        Tolerances + " use_dual_simplex: true",
        Tolerances + " use_preprocessing: false",
        Tolerances + " use_dual_simplex: true use_preprocessing: false",
    ];

    private readonly IReadOnlyList<UnknownNumber> _unknowns;
    private readonly Solver _solver;
    private readonly Dictionary<int, Variable> _variables = [];
    private readonly double _size;
    private readonly NumberKind _kind;

    /// <exception cref="InfeasibleException">It has no solution.</exception>
    public RangeProgramme(IReadOnlyList<UnknownNumber> unknowns, ConnectedUnknowns part, NumberKind kind)
    {
        (_unknowns, _kind) = (unknowns, kind);

        // Whole numbers stay as they are: divided they would not be whole.
        _size = kind == NumberKind.Whole ? 1 : SizeOf(part, unknowns);
        _solver = Solver.CreateSolver(kind == NumberKind.Whole ? "SCIP" : "GLOP");
        if (kind == NumberKind.Real)
        {
            _ = _solver.SetSolverSpecificParametersAsString(Tolerances);
        }

        foreach (var unknown in part.Unknowns)
        {
            _variables[unknown] = VariableOf(unknowns[unknown], kind);
        }

        foreach (var sum in part.Sums)
        {
            Add(sum);
        }

        _solver.Objective().SetMinimization();
        if (Solve() != Solver.ResultStatus.OPTIMAL)
        {
            throw new InfeasibleException(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"No numbers agree with all that is known of the unknown {part.Unknowns[0]} and the {part.Unknowns.Count - 1} that it "
                        + $"is connected to by {part.Sums.Count} sums: figures of different data, or rounded more coarsely than said."
                )
            );
        }
    }

    /// <returns>The end, and whether every number that is known to be whole is so in the solution.</returns>
    /// <exception cref="InfeasibleException">The solver finds no end; nobody may rely on there being none.</exception>
    public (double Value, bool IsWhole) End(int unknown, RangeEnd end)
    {
        var objective = Aim(unknown, end);
        var (known, bound) = (_unknowns[unknown], end == RangeEnd.Lower ? _unknowns[unknown].Lower : _unknowns[unknown].Upper);
        var status = Solve();
        if (status != Solver.ResultStatus.OPTIMAL)
        {
            // There are solutions, as was seen before; so nothing holds this one back. That the solver has lost its way says nothing.
            return double.IsInfinity(bound) && status is Solver.ResultStatus.UNBOUNDED or Solver.ResultStatus.INFEASIBLE
                ? (bound, true)
                : throw new InfeasibleException(
                    string.Create(CultureInfo.InvariantCulture, $"The programme for the unknown {unknown} ended as {status}.")
                );
        }

        var value = Math.Clamp(objective.Value() * _size, known.Lower, known.Upper);
        return (known.IsWhole && IsWhole(value) ? Math.Round(value) : value, _variables.All(IsAsKnown));
    }

    /// <summary>All numbers where one of them is at an end; null where the solver gives up, or nothing holds it back.</summary>
    public Func<int, double>? Corner(int unknown, RangeEnd end)
    {
        Aim(unknown, end);
        return Solve() == Solver.ResultStatus.OPTIMAL ? one => _variables[one].SolutionValue() * _size : null;
    }

    public void Dispose() => _solver.Dispose();

    /// <summary>From where the last solution was; where the solver loses its way there or sees no solution, from the beginning, then by
    /// the dual simplex, then without making the programme smaller first.</summary>
    private Solver.ResultStatus Solve()
    {
        var status = _solver.Solve();
        if (_kind == NumberKind.Whole || HasEnded(status))
        {
            return status;
        }

        foreach (var way in _ways)
        {
            _solver.Reset();
            _ = _solver.SetSolverSpecificParametersAsString(way);
            status = _solver.Solve();
            if (HasEnded(status))
            {
                break;
            }
        }

        _ = _solver.SetSolverSpecificParametersAsString(Tolerances);
        return status;

        static bool HasEnded(Solver.ResultStatus status)
        {
            return status is Solver.ResultStatus.OPTIMAL or Solver.ResultStatus.UNBOUNDED;
        }
    }

    private Objective Aim(int unknown, RangeEnd end)
    {
        var objective = _solver.Objective();
        objective.Clear();
        objective.SetCoefficient(_variables[unknown], 1);
        if (end == RangeEnd.Lower)
        {
            objective.SetMinimization();
        }
        else
        {
            objective.SetMaximization();
        }

        return objective;
    }

    private bool IsAsKnown(KeyValuePair<int, Variable> variable) =>
        !_unknowns[variable.Key].IsWhole || IsWhole(variable.Value.SolutionValue() * _size);

    private static bool IsWhole(double value) => Math.Abs(value - Math.Round(value)) <= Whole;

    private Variable VariableOf(UnknownNumber unknown, NumberKind kind)
    {
        var (lower, upper) = unknown.IsWhole
            ? (Math.Ceiling(unknown.Lower - Whole), Math.Floor(unknown.Upper + Whole))
            : (unknown.Lower, unknown.Upper);
        return unknown.IsWhole && kind == NumberKind.Whole
            ? _solver.MakeIntVar(lower, upper, "")
            : _solver.MakeNumVar(lower / _size, upper / _size, "");
    }

    private void Add(KnownSum sum)
    {
        var largest = sum.Terms.Max(term => Math.Abs(term.Coefficient));
        if (largest == 0)
        {
            return;
        }

        var scale = largest * _size;
        var constraint = _solver.MakeConstraint(sum.Lower / scale, sum.Upper / scale, "");
        foreach (var term in sum.Terms.GroupBy(term => term.Unknown, term => term.Coefficient))
        {
            constraint.SetCoefficient(_variables[term.Key], term.Sum() / largest);
        }
    }

    /// <summary>The largest finite number that is said of the part.</summary>
    private static double SizeOf(ConnectedUnknowns part, IReadOnlyList<UnknownNumber> unknowns)
    {
        var bounds = part.Unknowns.SelectMany(unknown => new[] { unknowns[unknown].Lower, unknowns[unknown].Upper });
        var sums = part
            .Sums.Select(sum => (Sum: sum, Largest: sum.Terms.Max(term => Math.Abs(term.Coefficient))))
            .Where(sum => sum.Largest > 0)
            .SelectMany(sum => new[] { sum.Sum.Lower / sum.Largest, sum.Sum.Upper / sum.Largest });
        var size = bounds.Concat(sums).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(1).Max();
        return size > 0 ? size : 1;
    }
}
