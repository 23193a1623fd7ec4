namespace Dmk.Maturity.Studies;

/// <summary>Makes the tables that readers other than operators see of those of whom a declared condition is true.</summary>
public static class ConditionTables
{
    /// <param name="moments">Of the node, of the companies in a table: those of whom the condition is not true are there without a
    /// score.</param>
    /// <param name="decisions">As <see cref="ConditionDecisions"/> makes them.</param>
    /// <exception cref="ResultRequestException">A class has a single respondent, and the study lets no figure rest on that.</exception>
    public static Result.Table Of(
        Study study,
        RequestedTable asked,
        IReadOnlyDictionary<int, StudyMoments> moments,
        ShownDecisions decisions,
        DataState state,
        Audience audience
    )
    {
        var order = new EntryOrder(study.Design);
        int[] places = [.. PlacesOf(order, asked)];
        WeightedStudy[] studies = [.. places.Select(place => WeightedStudy.OfPart(study.Design, study.Frame, moments[place]))];
        Array.ForEach(studies, one => one.CheckLonely());
        LatticeTable[] tables = [.. studies.Select((one, at) => one.TableBy(order.Tables[places[at]]))];
        var gate = new Gate(study.Design.Confidentiality, audience, asked.Measure.ScaleOf(asked.Model));
        var withheld = decisions.Nodes[
            new NodeFamily(study.Indices).NumberOf(study.Indices.Index().First(one => one.Item == asked.Model).Index, asked.Node)
        ];
        var answered = (long)Rounding.ThreeDigits(decisions.Answered);
        // How many they are is as secret as the figure of the total.
        var isTold = order.Tables[places[0]].Count == 0 && !tables[0].Cells.Any(cell => Why(cell, 0) is not null);
        TableBasis[] bases =
        [
            .. studies.Select(one => new TableBasis(answered, isTold ? studies[0].Scored : one.Respondents, one.Mergers)
            {
                IsUntold = !isTold,
            }),
        ];
        var lattice = new ProtectedLattice(study.Design, asked.Model, asked.Node, asked.Measure, tables, bases, Figures);
        return new(study, lattice.Table(asked.By, asked.Filter), state);

        IReadOnlyList<PublishedFigure> Figures(int at)
        {
            var (table, one) = (tables[at], studies[at]);
            CellStatus?[] decided = [.. table.Cells.Select(cell => Why(cell, at))];
            return gate.Protect([.. one.RawCells(table, asked.Model, asked.Node, asked.Measure)], decided);
        }

        CellStatus? Why(TableCell cell, int at)
        {
            var key = ShownKey.Of(tables[at].By, cell);
            return decisions.NotYetShown[places[at]].Contains(key) || studies[at].IsIncomplete(tables[at], cell) ? CellStatus.NotYetShown
                : withheld[places[at]].TryGetValue(key, out var status) ? status
                : null;
        }
    }

    /// <summary>The places in the study's <see cref="EntryOrder"/> of the tables that a request is read from.</summary>
    public static IReadOnlyList<int> PlacesOf(EntryOrder order, RequestedTable asked)
    {
        ReportingVariable[] parts = [.. asked.Filter.Select(part => part.Variable)];
        ReportingVariable[] all = [.. parts.Concat(asked.By).OrderBy(variable => variable.Order)];
        return
        [
            .. order
                .Tables.Index()
                .Where(table => table.Item.SequenceEqual(parts) || table.Item.SequenceEqual(all))
                .Select(table => table.Index),
        ];
    }
}
