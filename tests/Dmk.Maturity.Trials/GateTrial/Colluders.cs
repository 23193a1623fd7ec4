using Dmk.Maturity.Grains;
using Dmk.Maturity.Questionnaires;
using Dmk.Maturity.Server;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Trials;

/// <summary>Companies that hold a code and have not answered yet: they answer where and when an attacker wants.</summary>
internal sealed class Colluders
{
    private const int SectionsPerSave = 1_000;

    private readonly List<Invitation> _open;
    private readonly FramePlaces _places;
    private readonly GrainChannel _channel;
    private readonly Study _study;
    private readonly int _seed;

    public Colluders(IServiceProvider services, Study study, IReadOnlyList<Invitation> open, FramePlaces places, int seed) =>
        (_channel, _study, _open, _places, _seed) = (new(services), study, [.. open], places, seed);

    public ILookup<ReportingCell, Invitation> Open => _open.ToLookup(invitation => invitation.Stratum);

    /// <summary>Answers as if it stood there.</summary>
    /// <returns>Its scores by model and node, which it knows; null where this company would say that it stands elsewhere.</returns>
    public async Task<double[][]?> Answer(Invitation invitation, RegisterCell where, CancellationToken cancellation)
    {
        var company = SyntheticCompany.Of(invitation.UnitId, where, _places, _seed);
        _ = _open.Remove(invitation);
        if (company.Now != where)
        {
            return null;
        }

        _ = await CompanyJourney.Run(company, invitation.AccessCode, _channel, SectionsPerSave, cancellation);
        var interview = Interview.Of(_study.Questionnaire, FilledForm.Of(company, _study.Questionnaire).Answers);
        return [.. _study.Indices.Select(model => model.Score(interview))];
    }
}
