using Dmk.Maturity.Grains;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Brings the pilot study into an empty data folder: publishes it, draws a synthetic sample, opens the field and lets the
/// made-up companies answer on the path that real ones take.</summary>
/// <remarks>Every step can be repeated, and companies are the same for the same seed; so an interrupted set-up is carried on by doing it
/// again.</remarks>
public sealed class DemoSetUp
{
    private const int CompaniesAtATime = 32;
    private const int SectionsPerSave = 5;

    private readonly IServiceProvider _services;
    private readonly ServerSettings _settings;
    private readonly TextWriter _output;
    private readonly FieldWork _fieldWork;

    public DemoSetUp(IServiceProvider services, ServerSettings settings, TextWriter output) =>
        (_services, _settings, _output, _fieldWork) = (services, settings, output, services.GetRequiredService<FieldWork>());

    /// <exception cref="FaultException">The data folder holds a real study, or the files of the pilot study have errors.</exception>
    public async Task Run(DemoSettings demo, CancellationToken cancellation)
    {
        var mark = DemoMark.Read(_settings.Data);
        if (mark is { Complete: true })
        {
            return;
        }

        var pilot = PilotStudy.Read(_settings.Questionnaires);
        if (mark is null)
        {
            await RefuseRealStudies(cancellation);
            mark = new(pilot.Id, demo.Sample, demo.Seed, Complete: false);
            mark.Write(_settings.Data);
        }
        else
        {
            _output.WriteLine("The set-up of this demonstration was interrupted; it is carried on.");
        }

        await _services
            .GetRequiredService<AuditLog>()
            .Around(new(Actor.CommandLine, "demonstration.setUp", mark.StudyId, null), () => Prepare(pilot, mark, cancellation));
        await Answer(pilot, mark, cancellation);
        await Show(pilot, cancellation);
        (mark with { Complete = true }).Write(_settings.Data);
    }

    /// <summary>Readers need not wait for the next night.</summary>
    private async Task Show(PilotStudy pilot, CancellationToken cancellation)
    {
        var study = await _services.GetRequiredService<Catalogue>().Study(pilot.Id, cancellation);
        _ = await _services.GetRequiredService<StudyResults>().Show(study!, cancellation);
    }

    private async Task RefuseRealStudies(CancellationToken cancellation)
    {
        if ((await _services.GetRequiredService<Catalogue>().Studies(cancellation)).Count > 0)
        {
            throw new FaultException(
                $"The data folder {Path.GetFullPath(_settings.Data)} holds studies that are no demonstration; start "
                    + "--demo on an empty one, with --data."
            );
        }
    }

    private async Task Prepare(PilotStudy pilot, DemoMark mark, CancellationToken cancellation)
    {
        var population = SyntheticPopulation.Of(pilot.Classifications, mark.Sample);
        await _fieldWork.Publish(
            pilot.QuestionnaireYaml,
            pilot.IndexYamls,
            pilot.StudyYaml,
            [.. population.Frame.Select(stratum => stratum.In(pilot.Design))],
            Origin.Synthetic,
            cancellation
        );
        var units = population
            .Sample.Select(unit => new SampledUnit(unit.UnitId, unit.Stratum.In(pilot.Design), unit.Name, unit.Persons))
            .ToList();
        await ProgressLine.Show(
            _output,
            "Drawing synthetic companies",
            progress => _fieldWork.AddSample(mark.StudyId, units, progress, cancellation)
        );
        await _fieldWork.Open(mark.StudyId, cancellation);
    }

    private async Task Answer(PilotStudy pilot, DemoMark mark, CancellationToken cancellation)
    {
        var places = SyntheticPopulation.Of(pilot.Classifications, mark.Sample).Places;
        var invitations = await _fieldWork.IssueCodes(mark.StudyId, mark.Sample, cancellation);
        var respondents = invitations
            .Select(invitation =>
                (
                    Company: SyntheticCompany.Of(invitation.UnitId, RegisterCell.Of(invitation.Stratum), places, mark.Seed),
                    invitation.AccessCode
                )
            )
            .Where(pair => pair.Company.Responds)
            .ToList();
        var channel = new GrainChannel(_services);
        await ProgressLine.Show(
            _output,
            "Synthetic companies answer",
            async progress =>
            {
                var done = 0;
                var bound = new ParallelOptions { MaxDegreeOfParallelism = CompaniesAtATime, CancellationToken = cancellation };
                await Parallel.ForEachAsync(
                    respondents,
                    bound,
                    async (pair, stop) =>
                    {
                        await CompanyJourney.Run(pair.Company, pair.AccessCode, channel, SectionsPerSave, stop);
                        progress.Report((Interlocked.Increment(ref done), respondents.Count));
                    }
                );
            }
        );
    }
}
