namespace Dmk.Maturity.Questionnaires;

/// <summary>A check with what it needs to be looked at.</summary>
/// <param name="Scope">The place of what it belongs to among all that can be asked, or -1.</param>
/// <param name="Variables">The variables it reads, also through computed values; those within rosters by their slots.</param>
/// <param name="Roster">Where it is looked at for each item.</param>
/// <param name="Inner">The question of the roster at which it stands, or null.</param>
internal sealed record PlannedCheck(Check Check, int Scope, Variable[] Variables, PlannedRoster? Roster, PlannedQuestion? Inner)
{
    /// <returns>Null where it did not fire.</returns>
    public FiredCheck[]? Fire(Answer[] slots, bool[] asked)
    {
        if (Scope >= 0 && !asked[Scope])
        {
            return null;
        }

        if (Roster is null)
        {
            return Over(slots, null) is { } fired ? [fired] : null;
        }

        if (slots[Roster.Slot] is not Answer.EachItem items)
        {
            return null;
        }

        List<FiredCheck>? all = null;
        var frame = Roster.Rent(slots);
        foreach (var item in items.All)
        {
            if (Inner is null || item.Asked[Inner.Number])
            {
                Roster.Show(frame, item);
                if (Over(frame, item) is { } fired)
                {
                    (all ??= []).Add(fired);
                }
            }
        }

        PlannedRoster.Return(frame);
        return all?.ToArray();
    }

    private FiredCheck? Over(Answer[] slots, RosterItem? item)
    {
        var holds = Check.Must.TruthOf(slots);
        if (holds == true || (holds is null && !Check.UnknownFails))
        {
            return null;
        }

        List<string>? asked = null;
        foreach (var variable in Variables)
        {
            if (!ReferenceEquals(slots[variable.Index], Answer.NotAsked))
            {
                (asked ??= []).Add(variable.Roster is null ? variable.Id : ItemId.Variable(variable.Roster.Id, item!.Id, variable.Id));
            }
        }

        return asked is null ? null : new(Check, asked, item?.Id);
    }
}
