using Dmk.Maturity.Storage;
using Dmk.Maturity.Studies;
using Microsoft.Extensions.DependencyInjection;

namespace Dmk.Maturity.Grains;

/// <summary>Issues access codes in two steps, so that whoever writes them down can do so before earlier codes end.</summary>
public sealed class CodeIssue(
    Samples samples,
    Contacts contacts,
    Invitations invitations,
    Catalogue catalogue,
    KeyedHash hash,
    StudyJournal journal,
    [FromKeyedServices(SurveyTime.Key)] TimeProvider time
)
{
    private const int Batch = 500;

    /// <summary>Makes codes for companies that have not submitted, at most <paramref name="count"/> in the sample's order. Nothing is
    /// stored.</summary>
    /// <exception cref="ArgumentException">No such study.</exception>
    public async Task<FreshCodes> Make(string studyId, int count, Recipients recipients, CancellationToken cancellation)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var study =
            await catalogue.Study(studyId, cancellation) ?? throw new ArgumentException($"There is no study '{studyId}'.", nameof(studyId));
        var open = new List<DrawnUnit>();
        foreach (var land in study.Laender)
        {
            open.AddRange(
                recipients == Recipients.All
                    ? await samples.Open(land, studyId, count, cancellation)
                    : await samples.OpenWithoutLetter(land, studyId, count, cancellation)
            );
        }

        return await Make(study, [.. open.OrderBy(drawn => drawn.Unit.Place).Take(count)], cancellation);
    }

    /// <summary>Stores the codes and ends earlier ones of these companies, in one transaction: all of it or nothing.</summary>
    /// <returns>How many codes that had been written out for letters have ended.</returns>
    public async Task<int> PutInForce(FreshCodes codes, IssuedFor issuedFor, CancellationToken cancellation)
    {
        var ended = await StoreBusyException.Translate(
            invitations.Replace(codes.Study, codes.Hashed, issuedFor, time.GetUtcNow(), cancellation)
        );
        journal.CodesIssued(codes.Study, codes.Invitations.Count);
        return ended;
    }

    /// <returns>The study that a code in clear opens a response of; null when it opens nothing.</returns>
    public async Task<string?> StudyOf(string accessCode) =>
        AccessCode.Normalise(accessCode) is { } code
        && await invitations.Find(hash.Of(Entrance.CodePurpose, code)) is { EndedAt: null } invitation
            ? invitation.Study
            : null;

    /// <summary>Gives a further code to one company that has not submitted, from the end of the sample; its other codes stay
    /// good.</summary>
    /// <returns>Null when every company has submitted.</returns>
    internal async Task<Invitation?> Spare(Study study, CancellationToken cancellation)
    {
        foreach (var land in study.Laender.Reverse())
        {
            if (await samples.Open(land, study.Id, int.MaxValue, cancellation) is [.., var last])
            {
                var spare = await Make(study, [last], cancellation);
                await StoreBusyException.Translate(invitations.Add(study.Id, spare.Hashed, time.GetUtcNow()));
                journal.CodesIssued(study.Id, 1);
                return spare.Invitations.Single();
            }
        }

        return null;
    }

    private async Task<FreshCodes> Make(Study study, IReadOnlyList<DrawnUnit> units, CancellationToken cancellation)
    {
        var fresh = new List<Invitation>(units.Count);
        var hashed = new List<IssuedCode>(units.Count);
        var (unknown, blank) = (0, 0);
        foreach (var batch in units.Chunk(Batch))
        {
            var names = await contacts.Names([.. batch.Select(drawn => drawn.Unit.UnitId)], cancellation);
            foreach (var (unit, response) in batch)
            {
                var code = AccessCode.Generate();
                var name = names.GetValueOrDefault(unit.UnitId);
                unknown += name is null ? 1 : 0;
                blank += name is not null && string.IsNullOrWhiteSpace(name) ? 1 : 0;
                fresh.Add(new(unit.UnitId, name ?? "", ReportingCell.Parse(unit.Stratum), code));
                hashed.Add(new(hash.Of(Entrance.CodePurpose, AccessCode.Normalise(code)!), unit.Land, response));
            }
        }

        // Every drawn company has a contact, if only a blank one: a sample without names is meant so, a lost contact is not.
        var nameless = unknown + (blank > 0 && await HasNames(study, cancellation) ? blank : 0);
        return new(study.Id, fresh, hashed, nameless);
    }

    /// <summary>Whether any company of the study's sample has a name: other studies in the folder say nothing of it.</summary>
    private async Task<bool> HasNames(Study study, CancellationToken cancellation)
    {
        foreach (var land in study.Laender)
        {
            foreach (var batch in (await samples.Open(land, study.Id, int.MaxValue, cancellation)).Chunk(Batch))
            {
                if (await contacts.HasNames([.. batch.Select(drawn => drawn.Unit.UnitId)], cancellation))
                {
                    return true;
                }
            }
        }

        return false;
    }
}
