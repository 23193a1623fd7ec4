using Dmk.Maturity.Grains;
using Dmk.Maturity.Simulation;
using Dmk.Maturity.Studies;

namespace Dmk.Maturity.Server;

/// <summary>Brings the pilot study into an empty data folder, and an earlier wave of it before: publishes it, draws a synthetic sample,
/// opens the field and lets the made-up companies answer on the path that real ones take.</summary>
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

        var waves = DemoWave.Of(pilot, mark.Sample);
        foreach (var wave in waves)
        {
            await SetUp(wave, mark, wave == waves[^1] ? StudyPhase.InField : StudyPhase.Closed, cancellation);
        }

        (mark with { Complete = true }).Write(_settings.Data);
    }

    /// <param name="end">Where the study stands in its life afterwards.</param>
    private async Task SetUp(DemoWave wave, DemoMark mark, StudyPhase end, CancellationToken cancellation)
    {
        if (await IsClosed(wave, cancellation))
        {
            return;
        }

        await _services
            .GetRequiredService<AuditLog>()
            .Around(new(Actor.CommandLine, "demonstration.setUp", wave.Pilot.Id, null), () => Prepare(wave, cancellation));
        await Answer(wave, mark, cancellation);
        await Show(wave, cancellation);
        if (end == StudyPhase.Closed)
        {
            await _fieldWork.Close(wave.Pilot.Id, cancellation);
        }
    }

    private async Task<bool> IsClosed(DemoWave wave, CancellationToken cancellation) =>
        (await _services.GetRequiredService<Catalogue>().Study(wave.Pilot.Id, cancellation))?.Phase == StudyPhase.Closed;

    /// <summary>Readers need not wait for the next night.</summary>
    private async Task Show(DemoWave wave, CancellationToken cancellation)
    {
        var study = await _services.GetRequiredService<Catalogue>().Study(wave.Pilot.Id, cancellation);
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

    private async Task Prepare(DemoWave wave, CancellationToken cancellation)
    {
        var pilot = wave.Pilot;
        await _fieldWork.Publish(pilot.QuestionnaireYaml, pilot.IndexYamls, pilot.StudyYaml, wave.Frame, Origin.Synthetic, cancellation);
        await ProgressLine.Show(
            _output,
            $"Drawing synthetic companies of {pilot.Design.Wave}",
            progress => _fieldWork.AddSample(pilot.Id, wave.Units, progress, cancellation)
        );
        await _fieldWork.Open(pilot.Id, cancellation);
    }

    private async Task Answer(DemoWave wave, DemoMark mark, CancellationToken cancellation)
    {
        var invitations = await _fieldWork.IssueCodes(wave.Pilot.Id, wave.Population.Sample.Count, cancellation);
        var respondents = invitations
            .Select(invitation => (Company: wave.Company(invitation, mark.Seed), invitation.AccessCode))
            .Where(pair => pair.Company.Responds)
            .ToList();
        var channel = new GrainChannel(_services);
        await ProgressLine.Show(
            _output,
            $"Synthetic companies answer in {wave.Pilot.Design.Wave}",
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
